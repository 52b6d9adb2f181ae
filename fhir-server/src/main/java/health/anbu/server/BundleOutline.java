package health.anbu.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What must be known of a whole Bundle before a part of it can be sent: what its entries will be
 * called, and which of them point at later ones.
 */
final class BundleOutline {

  static final String URN = "urn:uuid:";

  /** How an entry is referred to once it is stored, and whether the server chooses its id. */
  record Target(int index, String reference, boolean conditional) {}

  private final Map<String, Target> targets = new HashMap<>();

  /** Where something was first pointed at that had not come yet. */
  private final Map<String, Integer> awaited = new HashMap<>();

  /** From an entry to the last one that must be in the same transaction. */
  private final Map<Integer, Integer> reaches = new HashMap<>();

  private int entries;
  private boolean onlyWrites = true;
  private String type;

  private BundleOutline() {}

  static BundleOutline of(Path file) throws IOException {
    BundleOutline outline = new BundleOutline();
    try (BundleEntries bundle = new BundleEntries(file)) {
      Optional<ObjectNode> entry;
      while ((entry = bundle.next()).isPresent()) {
        outline.add(entry.get());
      }
      outline.type = bundle.type();
    }
    return outline;
  }

  int entries() {
    return entries;
  }

  String type() {
    return type;
  }

  /** Whether all that it does is to write, so that what it creates can be given an id. */
  boolean canBeNamed() {
    return onlyWrites && ("transaction".equals(type) || "batch".equals(type));
  }

  /** Reads and deletions have an order of their own within a transaction. */
  boolean canBeSplit() {
    return onlyWrites && "transaction".equals(type);
  }

  Optional<Target> target(String fullUrl) {
    return Optional.ofNullable(targets.get(fullUrl));
  }

  /** The last entry that this one, or what it was grouped with so far, needs beside it. */
  int reach(int index) {
    return reaches.getOrDefault(index, index);
  }

  private void add(ObjectNode entry) {
    int index = entries++;
    String method = entry.path("request").path("method").asText();
    onlyWrites &= entry.has("resource") && (method.equals("POST") || method.equals("PUT"));
    String fullUrl = entry.path("fullUrl").asText();
    if (fullUrl.startsWith(URN)) {
      targets.put(fullUrl, target(index, entry));
      Integer from = awaited.remove(fullUrl);
      if (from != null) {
        reaches.merge(from, index, Math::max);
      }
    }
    await(entry.path("resource"), index);
  }

  private void await(JsonNode node, int index) {
    if (node.isContainerNode()) {
      node.forEach(child -> await(child, index));
    } else if (node.isTextual()
        && node.textValue().startsWith(URN)
        && !targets.containsKey(node.textValue())) {
      awaited.putIfAbsent(node.textValue(), index);
    }
  }

  private static Target target(int index, ObjectNode entry) {
    JsonNode request = entry.path("request");
    String type = entry.path("resource").path("resourceType").asText();
    if (request.has("ifNoneExist")) {
      String search = request.path("ifNoneExist").asText();
      return new Target(index, type + "?" + search.replaceFirst("^.*\\?", ""), true);
    }
    if (request.path("method").asText().equals("PUT")) {
      String url = request.path("url").asText();
      return new Target(index, url, url.contains("?"));
    }
    String id = entry.path("fullUrl").asText().substring(URN.length());
    return new Target(index, type + "/" + id, false);
  }
}
