/** The command that looks at everything a clinic has set up, before patients do. */
package health.anbu.server.check;
