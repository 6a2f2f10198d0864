'use client';
import 'nutgraf';

export default function SummaryButton() {
  return <nut-graf></nut-graf>;
}
