package health.anbu.outreach.route;

import health.anbu.outreach.contact.OutgoingMessage;
import java.time.Clock;

/** A clinic's account at NHN: what the kamelet names, else what the settings say. */
public class NhnAccount {
  private ProviderEndpoints endpoints;
  private String baseUrl;
  private String appKey;
  private String secretKey;
  private String senderKey;
  private String templateCode;

  public void setEndpoints(ProviderEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  public void setBaseUrl(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  public void setAppKey(String appKey) {
    this.appKey = appKey;
  }

  public void setSecretKey(String secretKey) {
    this.secretKey = secretKey;
  }

  public void setSenderKey(String senderKey) {
    this.senderKey = senderKey;
  }

  public void setTemplateCode(String templateCode) {
    this.templateCode = templateCode;
  }

  String path(String rest) {
    return endpoints.nhn(baseUrl) + "/alimtalk/v2.3/appkeys/" + appKey() + rest;
  }

  private String appKey() {
    return endpoints.setting(appKey, "anbu.channels.kakao.app-key");
  }

  String secretKey() {
    return endpoints.setting(secretKey, "anbu.channels.kakao.secret-key");
  }

  String senderKey() {
    return endpoints.setting(senderKey, "anbu.channels.kakao.sender-key");
  }

  String templateFor(OutgoingMessage message) {
    return message.templateCode() != null
        ? message.templateCode()
        : endpoints.setting(templateCode, "anbu.channels.kakao.template-code");
  }

  boolean complete() {
    return !appKey().isBlank() && !secretKey().isBlank() && !senderKey().isBlank();
  }

  Clock clock() {
    return endpoints.clock();
  }
}
