package org.ashlar.tooling.architecture;

/** The folders below {@code bundles}, in the order in which they may use each other. */
enum Layer {
    PLATFORM("platform"), MASTERS("masters"), MODULES("modules"), LOCALIZATION("localization"), BRIDGES("bridges"),
    EXTENSIONS("tooling");

    private final String folder;

    Layer(String folder) {
        this.folder = folder;
    }

    String folder() {
        return folder;
    }

    boolean above(Layer other) {
        return ordinal() < other.ordinal();
    }
}
