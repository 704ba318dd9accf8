/** Answers that are not records. */
package extension.acme.carrier.rest;
