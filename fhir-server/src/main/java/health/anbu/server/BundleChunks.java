package health.anbu.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import health.anbu.outreach.plan.DerivedId;
import health.anbu.server.BundleOutline.Target;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file's transaction, a large one as several smaller ones in the same order. So that a later one
 * can point at an earlier one, and a second load changes nothing, what is new is stored under an id
 * that follows from the file.
 */
final class BundleChunks implements Closeable {

  /** One transaction: the entries from first to last of the file, counted from 1. */
  record Chunk(int first, int last, byte[] bundle) {}

  private final Path file;
  private final BundleOutline outline;
  private final int most;
  private final BundleEntries entries;
  private int sent;

  BundleChunks(Path file, int most) throws IOException {
    this.file = file;
    this.most = most;
    this.outline = BundleOutline.of(file);
    this.entries = new BundleEntries(file);
  }

  /** The next transaction, or none when all were given. */
  Optional<Chunk> next() throws IOException {
    int total = outline.entries();
    if (sent > 0 && sent >= total) {
      return Optional.empty();
    }
    if (total == 0 || !outline.canBeNamed()) {
      // An empty Bundle is sent as well: whether it is in order is the server's to say.
      sent = Math.max(1, total);
      return Optional.of(new Chunk(1, total, Files.readAllBytes(file)));
    }
    boolean split = total > most && outline.canBeSplit();
    return Optional.of(part(sent, split ? end(sent) : total));
  }

  /** Where no later entry is needed by an earlier one; the end of the file if nowhere before. */
  private int end(int first) {
    int end = first;
    int needed = first;
    while (end < outline.entries() && (end - first < most || end <= needed)) {
      needed = Math.max(needed, outline.reach(end));
      end++;
    }
    return end;
  }

  private Chunk part(int first, int end) throws IOException {
    ObjectNode bundle = BundleEntries.JSON.createObjectNode();
    ArrayNode part =
        bundle.put("resourceType", "Bundle").put("type", outline.type()).putArray("entry");
    while (sent < end) {
      part.add(named(entries.next().orElseThrow(), first));
      sent++;
    }
    return new Chunk(first + 1, end, BundleEntries.JSON.writeValueAsBytes(bundle));
  }

  private ObjectNode named(ObjectNode entry, int first) {
    Optional<Target> own = outline.target(entry.path("fullUrl").asText());
    ObjectNode request = (ObjectNode) entry.path("request");
    boolean unnamed =
        request.path("method").asText("").equals("POST") && !request.has("ifNoneExist");
    String reference =
        unnamed ? own.map(Target::reference).orElseGet(() -> reference(entry)) : null;
    refer(entry.path("resource"), first);
    if (unnamed) {
      request.put("method", "PUT").put("url", reference);
      ((ObjectNode) entry.path("resource"))
          .put("id", reference.substring(reference.indexOf('/') + 1));
      own.ifPresent(known -> entry.remove("fullUrl"));
    }
    return entry;
  }

  /** By its own id; without one, by what it says and where in the file it stands. */
  private String reference(ObjectNode entry) {
    JsonNode resource = entry.path("resource");
    String id = resource.path("id").asText("");
    return resource.path("resourceType").asText()
        + "/"
        + (id.isEmpty() ? DerivedId.of("load|" + sent + "|" + resource) : id);
  }

  private void refer(JsonNode node, int first) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(field -> field.setValue(referred(field.getKey(), field.getValue(), first)));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, referred("", array.get(i), first));
      }
    }
  }

  private JsonNode referred(String name, JsonNode value, int first) {
    refer(value, first);
    // The value of an identifier is no link.
    if (!value.isTextual() || name.equals("value")) {
      return value;
    }
    return outline
        .target(value.textValue())
        // What is created on a condition is known by its fullUrl within its own transaction only.
        .filter(target -> !target.conditional() || target.index() < first)
        .<JsonNode>map(target -> TextNode.valueOf(target.reference()))
        .orElse(value);
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }
}
