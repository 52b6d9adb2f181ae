package health.anbu.outreach.simulator;

import health.anbu.outreach.contact.EmailAddress;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One client of the simulated mail server: SMTP (RFC 5321) as far as one mail needs it. */
final class SmtpConversation {
  private static final int LARGEST = 10_000_000;
  private static final int SILENCE_MS = 30_000;
  private static final Pattern PATH = Pattern.compile("(?i)(?:FROM|TO):\\s*<([^>]*)>.*");

  private final InputStream in;
  private final OutputStream out;
  private final Socket socket;
  private final AcceptedMessages messages;
  private final Faults faults;
  private String from;
  private String to;

  SmtpConversation(Socket socket, AcceptedMessages messages, Faults faults) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
    this.messages = messages;
    this.faults = faults;
  }

  void run() throws IOException {
    socket.setSoTimeout(60_000);
    say("220 simulator.anbu.example ESMTP");
    String line = line();
    while (line != null && answer(line)) {
      line = line();
    }
  }

  /** False after the last word of the conversation. */
  private boolean answer(String line) throws IOException {
    String command = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    switch (command) {
      case "EHLO" ->
          say("250-simulator.anbu.example\r\n250-8BITMIME\r\n250-DSN\r\n250 ENHANCEDSTATUSCODES");
      case "HELO", "NOOP" -> say("250 2.0.0 OK");
      case "RSET" -> reset();
      case "MAIL" -> mail(line);
      case "RCPT" -> recipient(line);
      case "DATA" -> {
        return data();
      }
      case "QUIT" -> {
        say("221 2.0.0 Bye");
        return false;
      }
      default -> say("502 5.5.1 Not implemented");
    }
    return true;
  }

  private void reset() throws IOException {
    from = null;
    to = null;
    say("250 2.0.0 OK");
  }

  private void mail(String line) throws IOException {
    if (faults.strikes(Carrier.SMTP, FaultKind.THROTTLE)) {
      say("450 4.7.1 Too many messages, try again later");
      return;
    }
    from = path(line);
    say(from == null ? "501 5.5.4 Syntax: MAIL FROM:<address>" : "250 2.1.0 OK");
  }

  private void recipient(String line) throws IOException {
    String address = EmailAddress.read(path(line)).orElse(null);
    if (from == null || to != null) {
      say(from == null ? "503 5.5.1 MAIL first" : "452 4.5.3 One recipient at a time");
    } else if (address == null || faults.strikes(Carrier.SMTP, FaultKind.REJECT_NUMBER)) {
      say("550 5.1.1 No such mailbox here");
    } else if (faults.strikes(Carrier.SMTP, FaultKind.BLOCKED)) {
      say("550 5.7.1 This recipient takes no mail from you");
    } else {
      to = address;
      say("250 2.1.5 OK");
    }
  }

  private boolean data() throws IOException {
    if (to == null) {
      say("503 5.5.1 RCPT first");
      return true;
    }
    say("354 End with a dot on a line of its own");
    byte[] mail = content();
    if (mail == null) {
      return false;
    }
    if (faults.strikes(Carrier.SMTP, FaultKind.SERVER_ERROR)) {
      say("451 4.3.0 Local error in processing");
    } else {
      accept(mail);
    }
    from = null;
    to = null;
    return true;
  }

  /** On the disk before the answer, as a real server would. */
  private void accept(byte[] mail) throws IOException {
    messages.accept(AcceptedMail.of(mail, to, from, messages));
    if (faults.strikes(Carrier.SMTP, FaultKind.TIMEOUT_AFTER_ACCEPT)) {
      // Until the client has gone: it hangs up, or this server is closed.
      socket.setSoTimeout(SILENCE_MS);
      in.read();
    } else {
      say("250 2.0.0 Queued");
    }
  }

  /** Null where the client went away before the dot: then nothing was handed over. */
  private byte[] content() throws IOException {
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    for (String line = line(); line != null; line = line()) {
      if (line.equals(".")) {
        return mail.toByteArray();
      }
      String unstuffed = line.startsWith(".") ? line.substring(1) : line;
      mail.write(unstuffed.getBytes(StandardCharsets.ISO_8859_1));
      mail.write('\r');
      mail.write('\n');
      if (mail.size() > LARGEST) {
        return null;
      }
    }
    return null;
  }

  private static String path(String line) {
    String rest = line.contains(" ") ? line.substring(line.indexOf(' ') + 1) : "";
    Matcher path = PATH.matcher(rest);
    return path.matches() ? path.group(1) : null;
  }

  /** One line without its end, byte for byte; null at the end of the connection. */
  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      if (line.size() > LARGEST) {
        return null;
      }
      line.write(next);
    }
    return null;
  }

  private void say(String answer) throws IOException {
    out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
