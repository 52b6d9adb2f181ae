package health.anbu.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** What one round of one part gave for one system. */
record Round(String part, String system, int number, Map<String, Double> values) {

  static Round of(String part, String system, int number) {
    return new Round(part, system, number, new LinkedHashMap<>());
  }

  Round named(String other) {
    return new Round(part, other, number, values);
  }

  Round with(String name, double value) {
    values.put(name, value);
    return this;
  }

  Round with(Percentiles latencies) {
    return with("p50 ms", latencies.at(0.5))
        .with("p99 ms", latencies.at(0.99))
        .with("max ms", latencies.max());
  }

  Round with(Usage used, int units, String unit) {
    return with("server CPU ms/" + unit, used.serverMillisPer(units))
        .with("PostgreSQL CPU ms/" + unit, used.databaseMillisPer(units));
  }
}
