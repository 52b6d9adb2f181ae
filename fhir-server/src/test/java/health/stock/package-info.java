/**
 * A plain HAPI FHIR JPA server that knows nothing of Anbu: what others run, to compare with and to
 * stand beside. Nothing here may import {@code health.anbu}.
 */
package health.stock;
