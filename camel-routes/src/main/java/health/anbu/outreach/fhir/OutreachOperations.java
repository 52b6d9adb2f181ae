package health.anbu.outreach.fhir;

/**
 * Marks a plain provider of FHIR operations; the server that hosts us registers every such bean.
 */
public interface OutreachOperations {}
