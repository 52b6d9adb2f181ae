/**
 * Measures the product against a stock HAPI server of the same version ({@code mvn -Pbench
 * verify}); no part of the tests.
 */
package health.anbu.bench;
