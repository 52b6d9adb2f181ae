package health.anbu.outreach.route;

import java.util.Locale;
import java.util.Properties;

/** How a connection to a mail server is encrypted; what is asked for is never done without. */
enum MailTls {
  /** Plain at first; goes no further where the server does not offer STARTTLS. */
  STARTTLS,
  /** Encrypted from the first byte. */
  TLS,
  /** Not at all: only for a server on this machine. */
  NONE;

  static MailTls of(String setting, MailTls usual) {
    return setting.isBlank() ? usual : valueOf(setting.strip().toUpperCase(Locale.ROOT));
  }

  /** The properties of Jakarta Mail, with time-outs, for smtp or imap. */
  Properties properties(String protocol, int connectMs, long readMs) {
    Properties properties = new Properties();
    String prefix = "mail." + protocol + ".";
    properties.setProperty(prefix + "ssl.enable", Boolean.toString(this == TLS));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "starttls.enable", Boolean.toString(this == STARTTLS));
    properties.setProperty(prefix + "starttls.required", Boolean.toString(this == STARTTLS));
    properties.setProperty(prefix + "connectiontimeout", Integer.toString(connectMs));
    properties.setProperty(prefix + "timeout", Long.toString(readMs));
    properties.setProperty(prefix + "writetimeout", Long.toString(readMs));
    return properties;
  }
}
