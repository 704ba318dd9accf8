/** What the suite calls: rules, event handlers, checks. */
package extension.acme.carrier.service;
