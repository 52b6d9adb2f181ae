package health.anbu.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The implementation guide as a FHIR package, as it lies on the class path. */
record OutreachPackage(String name, String version, byte[] content) {

  private static final String LOCATION = "/health/anbu/ig/anbu.outreach.tgz";

  static OutreachPackage onClassPath() {
    return at(LOCATION);
  }

  static OutreachPackage at(String location) {
    try (InputStream stream = OutreachPackage.class.getResourceAsStream(location)) {
      if (stream == null) {
        throw new Missing(location);
      }
      return of(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static OutreachPackage of(byte[] content) throws IOException {
    NpmPackage npm = NpmPackage.fromPackage(new ByteArrayInputStream(content));
    return new OutreachPackage(npm.name(), npm.version(), content);
  }

  String hash() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Resource> resources(FhirContext fhirContext, String... types) {
    try {
      NpmPackage npm = NpmPackage.fromPackage(new ByteArrayInputStream(content));
      IParser parser = fhirContext.newJsonParser();
      return npm.listResources(types).stream().map(file -> parse(npm, file, parser)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Resource parse(NpmPackage npm, String file, IParser parser) {
    try (InputStream stream = npm.load("package", file)) {
      return (Resource) parser.parseResource(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("The package's " + file + " cannot be read", e);
    }
  }

  /** The program was put together without its implementation guide. */
  static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Missing(String location) {
      super("The implementation guide is not in this program: nothing at " + location);
    }
  }

  /** Says it in two lines instead of a stack trace. */
  static final class Analyzer extends AbstractFailureAnalyzer<Missing> {

    @Override
    protected FailureAnalysis analyze(Throwable root, Missing cause) {
      return new FailureAnalysis(
          cause.getMessage(),
          "Build with mvn package from the top folder, so that implementation-guide is packed.",
          cause);
    }
  }
}
