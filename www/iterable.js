/** Streams that `for await` reads, also in browsers whose own streams it does not: Safari's, and Chromium's before 124. */

/** What `for await` asks of a stream. @template T @this {ReadableStream<T>} @returns {AsyncGenerator<T, void>} */
async function* iterate() {
  const reader = this.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Also where the loop is left early.
    const cancelled = reader.cancel();
    reader.releaseLock();
    await cancelled;
  }
}

/** @template T @param {ReadableStream<T>} stream @returns {ReadableStream<T>} the same */
export const iterable = (stream) => (Symbol.asyncIterator in stream ? stream : Object.defineProperty(stream, Symbol.asyncIterator, { value: iterate }));
