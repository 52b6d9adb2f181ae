package health.anbu.outreach.fhir;

/**
 * Who asks over HTTP.
 *
 * @param subject of the token that was shown; null where none is asked for
 * @param issuer of that token, null for none
 * @param address as the network says; null when not known
 */
public record Caller(String subject, String issuer, String address) {}
