/** What a message says: templates, variables, labels, lengths and the wording of each language. */
package health.anbu.outreach.content;
