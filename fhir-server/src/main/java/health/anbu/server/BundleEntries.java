package health.anbu.server;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The entries of a Bundle in a file, one after the other, so that only one is in memory. */
final class BundleEntries implements Closeable {

  /** Decimals keep their digits: 1.10 is more precise than 1.1. */
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final JsonParser parser;
  private String type = "";

  BundleEntries(Path file) throws IOException {
    parser = JSON.getFactory().createParser(file.toFile());
  }

  /** The next entry, or none at the end of the file. */
  Optional<ObjectNode> next() throws IOException {
    while (parser.nextToken() != null) {
      if (isTypeOfTheBundle()) {
        type = parser.getText();
      } else if (isEntryOfTheBundle()) {
        return Optional.of(parser.readValueAsTree());
      }
    }
    return Optional.empty();
  }

  /** Known for certain after the last entry only. */
  String type() {
    return type;
  }

  private boolean isTypeOfTheBundle() throws IOException {
    var bundle = parser.getParsingContext();
    return parser.currentToken() == JsonToken.VALUE_STRING
        && bundle.getParent() != null
        && bundle.getParent().inRoot()
        && "type".equals(bundle.getCurrentName());
  }

  private boolean isEntryOfTheBundle() {
    var entries = parser.getParsingContext().getParent();
    return parser.currentToken() == JsonToken.START_OBJECT
        && entries != null
        && entries.inArray()
        && entries.getParent().getParent() != null
        && entries.getParent().getParent().inRoot()
        && "entry".equals(entries.getParent().getCurrentName());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
