package health.anbu.outreach.route;

import health.anbu.outreach.contact.OutgoingMessage;
import java.time.Clock;

/** A clinic's number at WhatsApp: what the kamelet names, else what the settings say. */
public class WhatsappAccount {
  private static final String SETTINGS = "anbu.channels.whatsapp.";

  private ProviderEndpoints endpoints;
  private String baseUrl;
  private String version;
  private String phoneNumberId;
  private String accessToken;
  private String appSecret;
  private String verifyToken;
  private String templateName;
  private String templateLanguage;
  private String marketingTemplateName;

  public void setEndpoints(ProviderEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  public void setBaseUrl(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  public void setPhoneNumberId(String phoneNumberId) {
    this.phoneNumberId = phoneNumberId;
  }

  public void setAccessToken(String accessToken) {
    this.accessToken = accessToken;
  }

  public void setAppSecret(String appSecret) {
    this.appSecret = appSecret;
  }

  public void setVerifyToken(String verifyToken) {
    this.verifyToken = verifyToken;
  }

  public void setTemplateName(String templateName) {
    this.templateName = templateName;
  }

  public void setTemplateLanguage(String templateLanguage) {
    this.templateLanguage = templateLanguage;
  }

  public void setMarketingTemplateName(String marketingTemplateName) {
    this.marketingTemplateName = marketingTemplateName;
  }

  String messages() {
    return endpoints.whatsapp(baseUrl) + "/" + version() + "/" + phoneNumberId() + "/messages";
  }

  private String version() {
    String named = endpoints.setting(version, SETTINGS + "version");
    return named.isBlank() ? "v23.0" : named;
  }

  String phoneNumberId() {
    return endpoints.setting(phoneNumberId, SETTINGS + "phone-number-id");
  }

  private String accessToken() {
    return endpoints.setting(accessToken, SETTINGS + "access-token");
  }

  String authorization() {
    return "Bearer " + accessToken();
  }

  String appSecret() {
    return endpoints.setting(appSecret, SETTINGS + "app-secret");
  }

  String verifyToken() {
    return endpoints.setting(verifyToken, SETTINGS + "verify-token");
  }

  /** The approved template; advertising has one of its own, of the category MARKETING. */
  String templateFor(OutgoingMessage message) {
    if (message.templateCode() != null) {
      return message.templateCode();
    }
    return message.advertising()
        ? endpoints.setting(marketingTemplateName, SETTINGS + "marketing-template-name")
        : endpoints.setting(templateName, SETTINGS + "template-name");
  }

  /** The language under which the template was approved; by default that of the message. */
  String templateLanguage(OutgoingMessage message) {
    String named = endpoints.setting(templateLanguage, SETTINGS + "template-language");
    return named.isBlank() ? message.language() : named;
  }

  boolean complete() {
    return phoneNumberId().matches("[0-9]{1,40}") && accessToken().matches("[!-~]+");
  }

  Clock clock() {
    return endpoints.clock();
  }
}
