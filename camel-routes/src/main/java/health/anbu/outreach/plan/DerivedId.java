package health.anbu.outreach.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.UUID;

/**
 * A FHIR id computed from a key, so that writing the same thing twice writes it once.
 *
 * <p>It is a name-based UUID of version 5 (RFC 4122 section 4.3, SHA-1, the name in UTF-8).
 */
public final class DerivedId {

  /**
   * The project's namespace: itself the version 5 UUID of {@code
   * https://anbu-health.github.io/fhir/sid/outreach-key} in the RFC's URL namespace. It never
   * changes, because every stored id depends on it.
   */
  public static final UUID NAMESPACE = UUID.fromString("c90d42ec-5b60-517c-87fa-21db88fe3b35");

  private DerivedId() {}

  /** The id for a key, 36 lower-case characters; the key is taken exactly as it is. */
  public static String of(String key) {
    Objects.requireNonNull(key, "key");
    return version5(NAMESPACE, key).toString();
  }

  static UUID version5(UUID namespace, String name) {
    MessageDigest sha1 = sha1();
    sha1.update(bytes(namespace));
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
    long high = hash.getLong() & ~0xF000L | 0x5000L;
    long low = hash.getLong() & ~0xC000_0000_0000_0000L | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static byte[] bytes(UUID uuid) {
    return ByteBuffer.allocate(16)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1", e);
    }
  }
}
