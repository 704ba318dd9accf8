package org.ashlar.tooling.bom;

/**
 * A library in the distribution.
 *
 * @param sha256 of its jar in hexadecimal digits; {@code null} if it is only a part of another jar
 */
record Library(String group, String name, String version, String sha256) {

    /** Group and name, as Maven writes them. */
    String id() {
        return group + ":" + name;
    }

    /** The address by which databases of weaknesses know it (package URL). */
    String purl() {
        return "pkg:maven/" + group + "/" + name + "@" + version + "?type=jar";
    }
}
