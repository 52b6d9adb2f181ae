package health.anbu.bench;

/** One of the things that are measured. */
interface Part {
  void run(Bench bench, Report report);
}
