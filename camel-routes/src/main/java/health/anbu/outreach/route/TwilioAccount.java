package health.anbu.outreach.route;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;

/** A clinic's account at Twilio: what the kamelet names, else what the settings say. */
public class TwilioAccount {
  private ProviderEndpoints endpoints;
  private String baseUrl;
  private String accountSid;
  private String authToken;
  private String from;

  public void setEndpoints(ProviderEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  public void setBaseUrl(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  public void setAccountSid(String accountSid) {
    this.accountSid = accountSid;
  }

  public void setAuthToken(String authToken) {
    this.authToken = authToken;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  String path(String rest) {
    return endpoints.twilio(baseUrl) + "/2010-04-01/Accounts/" + accountSid() + rest;
  }

  /** The callback carries the id of the message and nothing about the patient. */
  String statusCallback(String messageId) {
    return endpoints.publicUrl() + "/webhooks/twilio/status?m=" + messageId;
  }

  String authorization() {
    String pair = accountSid() + ":" + authToken();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private String accountSid() {
    return endpoints.setting(accountSid, "anbu.channels.sms.account-sid");
  }

  String authToken() {
    return endpoints.setting(authToken, "anbu.channels.sms.auth-token");
  }

  String from() {
    return endpoints.setting(from, "anbu.channels.sms.from");
  }

  String publicUrl() {
    return endpoints.publicUrl();
  }

  boolean complete() {
    return !accountSid().isBlank() && !authToken().isBlank() && !from().isBlank();
  }

  Clock clock() {
    return endpoints.clock();
  }
}
