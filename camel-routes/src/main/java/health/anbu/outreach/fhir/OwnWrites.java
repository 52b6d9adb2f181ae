package health.anbu.outreach.fhir;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;

/** The versions that we wrote last, so that we do not take our own writes for news. */
final class OwnWrites {

  private static final int MOST = 50_000;

  private final Map<String, String> versions =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param transaction as it was meant, under our own ids
   * @param sent as the server got it
   */
  synchronized void add(Bundle transaction, Bundle sent, Bundle answer) {
    for (int i = 0; i < Math.min(sent.getEntry().size(), answer.getEntry().size()); i++) {
      IdType meant = new IdType(transaction.getEntry().get(i).getRequest().getUrl());
      HTTPVerb method = sent.getEntry().get(i).getRequest().getMethod();
      add(meant, method, answer.getEntry().get(i).getResponse());
    }
  }

  /** A create on a condition that was not met answers with somebody else's version. */
  private void add(IdType meant, HTTPVerb method, BundleEntryResponseComponent response) {
    IdType id = new IdType(response.getLocation());
    boolean ours = method == HTTPVerb.PUT || response.getStatus().startsWith("201");
    if (ours && id.hasResourceType() && id.hasIdPart() && id.hasVersionIdPart()) {
      String name = meant.hasIdPart() ? meant.getIdPart() : id.getIdPart();
      versions.put(id.getResourceType() + "/" + name, id.getVersionIdPart());
    }
  }

  synchronized boolean contains(String reference, String version) {
    return version != null && version.equals(versions.get(reference));
  }
}
