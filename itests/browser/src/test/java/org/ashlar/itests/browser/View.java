package org.ashlar.itests.browser;

/**
 * A page that users see: its name, its address and what tells that it is there. In an address {@code {masters.party}} stands
 * for the id of a record of that model. {@code press} is pressed once the page is there, {@code then} is what appears.
 */
record View(String name, String path, String ready, String press, String then) {

    View(String name, String path, String ready) {
        this(name, path, ready, null, null);
    }

    View pressing(String button, String appears) {
        return new View(name, path, ready, button, appears);
    }
}
