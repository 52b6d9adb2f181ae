package health.anbu.server;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads no more of a body into memory than it can hold, however it is sent or packed. */
@Component
@Order(PlainPaths.ORDER + 20)
@ConditionalOnWebApplication
class BodyLimit extends OncePerRequestFilter {

  /** Four times what an import of ours sends at once. */
  static final int LARGEST = 64 * 1024 * 1024;

  private static final String ENCODING = "Content-Encoding";
  private static final String TOO_LARGE =
      "The body is larger than 64 MB. Send a large Bundle in several parts.";

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(FhirEndpoint.PATH);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > LARGEST) {
      Refusal.tooLarge(TOO_LARGE).write(response);
    } else {
      chain.doFilter(new Limited(request), response);
    }
  }

  /** The request, unpacked here, so that what is counted is what it becomes. */
  private static final class Limited extends HttpServletRequestWrapper {

    private ServletInputStream body;

    Limited(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (body == null) {
        body = new Counted(unpacked());
      }
      return body;
    }

    private InputStream unpacked() throws IOException {
      try {
        return isPacked() ? new GZIPInputStream(super.getInputStream()) : super.getInputStream();
      } catch (ZipException | java.io.EOFException e) {
        throw new InvalidRequestException("The body is not gzip, as its Content-Encoding says.");
      }
    }

    private boolean isPacked() {
      return "gzip".equalsIgnoreCase(super.getHeader(ENCODING));
    }

    @Override
    public String getHeader(String name) {
      return ENCODING.equalsIgnoreCase(name) && isPacked() ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return ENCODING.equalsIgnoreCase(name) && isPacked()
          ? Collections.emptyEnumeration()
          : super.getHeaders(name);
    }
  }

  private static final class Counted extends ServletInputStream {

    private final InputStream in;
    private long count;
    private boolean finished;

    Counted(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = readOrRefuse(into, from, length);
      finished = read < 0;
      count += Math.max(0, read);
      if (count > LARGEST) {
        throw new PayloadTooLargeException(TOO_LARGE);
      }
      return read;
    }

    private int readOrRefuse(byte[] into, int from, int length) throws IOException {
      try {
        return in.read(into, from, length);
      } catch (ZipException | java.io.EOFException e) {
        BaseServerResponseException refusal =
            new InvalidRequestException("The body ends or breaks off in the middle.");
        refusal.initCause(e);
        throw refusal;
      }
    }

    @Override
    public boolean isFinished() {
      return finished;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("Bodies are read in the caller's thread");
    }
  }
}
