package health.anbu.bench;

import java.util.Arrays;

/** Sorted durations in milliseconds. */
record Percentiles(double[] sorted) {

  static Percentiles ofNanos(long[] nanos) {
    return new Percentiles(Arrays.stream(nanos).mapToDouble(n -> n / 1e6).sorted().toArray());
  }

  /** The smallest value that this share of the values does not exceed. */
  double at(double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }

  double max() {
    return sorted[sorted.length - 1];
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
