package health.anbu.bench;

import java.util.ArrayList;
import java.util.List;

/** What the parts of a run share: the settings, and a PostgreSQL for each system. */
final class Bench implements AutoCloseable {

  private final Settings settings;
  private Postgres product;
  private Postgres stock;

  Bench(Settings settings) {
    this.settings = settings;
  }

  Settings settings() {
    return settings;
  }

  Postgres product() {
    if (product == null) {
      product = Postgres.start("product");
    }
    return product;
  }

  Postgres stock() {
    if (stock == null) {
      stock = Postgres.start("stock");
    }
    return stock;
  }

  /** The same for all servers. */
  List<String> jvm() {
    return List.of("-Xmx" + settings.heap());
  }

  List<String> productJvm() {
    List<String> options = new ArrayList<>(jvm());
    options.addAll(settings.jvm());
    return options;
  }

  @Override
  public void close() {
    if (product != null) {
      product.close();
    }
    if (stock != null) {
      stock.close();
    }
  }
}
