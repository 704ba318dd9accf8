/** The rules of the house as tests over manifests, classes, sources and texts of all bundles. */
package org.ashlar.tooling.architecture;
