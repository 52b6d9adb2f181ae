package health.anbu.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** FHIR as the tree it is on the wire, so that nothing is smoothed over by a parser. */
final class FhirJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FhirJson() {}

  static JsonNode read(String text) throws IOException {
    return JSON.readTree(text);
  }

  /** The server keeps its own version and time in meta; the rest is the client's. */
  static JsonNode withoutMeta(String resource) throws IOException {
    ObjectNode tree = (ObjectNode) JSON.readTree(resource);
    tree.remove("meta");
    // An empty list says nothing and is not FHIR; the server leaves it out.
    tree.properties()
        .removeIf(property -> property.getValue().isArray() && property.getValue().isEmpty());
    return tree;
  }
}
