/**
 * The main job played from outside over HTTP on a throw-away database, with every claim checked.
 */
package health.anbu.server.demo;
