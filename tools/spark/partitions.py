"""What a job of Spark costs by the number of its partitions: python partitions.py [ARTICLES]. Prints a table of articles a second."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from pyspark.sql import SparkSession
from pyspark.sql.functions import col

from nutgraf import spark as on_spark

WORDS = 600
PARTITIONS = (1, 2, 4, 8, 32, 128)
#: Each comes so often, in turns with the others; the fastest counts, as all else on the machine only takes time.
ROUNDS = 3


def stories(count: int) -> list[tuple[int, str]]:
    """Articles of 600 words each of the sentences of the demo site's."""
    seeds = Path(__file__).parents[2] / "seeds"
    sentences = [line for path in sorted(seeds.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    made = []
    for number in range(count):
        words: list[str] = []
        at = number * 31
        while len(words) < WORDS:
            words.extend(sentences[at % len(sentences)].split())
            at += 1
        made.append((number, " ".join(words[:WORDS])))
    return made


def main(count: int) -> None:
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
    spark = builder.config("spark.driver.memory", "2g").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    articles = spark.createDataFrame(stories(count), "id long, text string")
    best: dict[int, float] = {}
    for turn in range(ROUNDS + 1):
        for partitions in PARTITIONS:
            cut = articles.repartition(partitions, col("id")).cache()
            cut.count()
            start = time.monotonic()
            on_spark.summarize(cut).write.format("noop").mode("overwrite").save()
            taken = time.monotonic() - start
            cut.unpersist()
            # The first turn starts the workers of Python.
            if turn > 0:
                best[partitions] = min(taken, best.get(partitions, taken))
    print(f"| partitions | seconds for {count} articles of {WORDS} words | articles a second |\n|---|---|---|")
    for partitions, taken in best.items():
        print(f"| {partitions} | {taken:.2f} | {count / taken:.0f} |")
    spark.stop()


if __name__ == "__main__":
    main(int((sys.argv[1:] or ["10000"])[0]))
