import SummaryButton from './summary-button.jsx';

export default function Page() {
  return (
    <article>
      <h1>Der Hafen von Lindholm wird ausgebaggert</h1>
      <SummaryButton />
      <p>Der Hafen von Lindholm wird im kommenden Frühjahr ausgebaggert, teilte die Hafenbehörde am Montag mit.</p>
      <p>Schiffe von bis zu 300 Metern erreichen dann den nördlichen Kai. Bürgermeisterin Anna Berg nannte die Entscheidung überfällig.</p>
      <p>
        Die Arbeiten kosten 40 Millionen Kronen und dauern zwei Jahre. Ein Bagger aus Rotterdam soll die Rinne von Sand und Steinen befreien, die drei
        Winter voller Stürme dort hinterlassen haben.
      </p>
      <p>Der alte Leuchtturm auf der Mole wird vierzig Meter ins Land versetzt, bevor das erste der großen Schiffe kommt.</p>
      <p>
        Die Geschäfte am Markt hoffen auf Gäste von den Kreuzfahrten, die heute an der Stadt vorbeifahren. Busse fahren auf der Küstenstraße alle
        Viertelstunde, solange der Kai geschlossen ist.
      </p>
    </article>
  );
}
