package org.ashlar.tooling.bom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.Metadata;

/**
 * Writes the bill of materials of an unpacked distribution as CycloneDX 1.6 (ECMA-424) and fails the build when it holds a version
 * that {@code minimum-versions.txt} forbids. The same distribution gives the same bytes but for the time.
 */
public final class BillOfMaterials {

    private BillOfMaterials() {
    }

    /**
     * Runs it.
     *
     * @param args folder of the distribution, folder of the wrapped bundles, version of the suite, file to write
     */
    public static void main(String[] args) throws IOException, GeneratorException {
        List<Library> libraries = Contents.read(Path.of(args[0]), Path.of(args[1]));
        MinimumVersions rules = MinimumVersions.of(rules());
        List<String> wrong = new ArrayList<>(rules.tooOld(libraries));
        rules.idle(libraries).forEach(id -> wrong.add(id + " is in minimum-versions.txt but not in the distribution"));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("The distribution must not leave the house:\n" + String.join("\n", wrong));
        }
        Path file = Path.of(args[3]);
        Files.createDirectories(file.getParent());
        Files.writeString(file, json(libraries, args[2]));
    }

    private static String json(List<Library> libraries, String version) throws GeneratorException {
        Component suite = component(Component.Type.APPLICATION, "org.ashlar", "ashlar", version);
        Metadata metadata = new Metadata();
        metadata.setComponent(suite);
        Bom bom = new Bom();
        bom.setSerialNumber("urn:uuid:" + UUID.nameUUIDFromBytes(libraries.toString().getBytes(StandardCharsets.UTF_8)));
        bom.setMetadata(metadata);
        libraries.forEach(library -> {
            Component component = component(Component.Type.LIBRARY, library.group(), library.name(), library.version());
            component.setPurl(library.purl());
            component.setBomRef(library.purl());
            if (library.sha256() != null) {
                component.addHash(new Hash(Hash.Algorithm.SHA_256, library.sha256()));
            }
            bom.addComponent(component);
        });
        return BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString();
    }

    private static Component component(Component.Type type, String group, String name, String version) {
        Component component = new Component();
        component.setType(type);
        component.setGroup(group);
        component.setName(name);
        component.setVersion(version);
        return component;
    }

    private static String rules() throws IOException {
        try (InputStream in = BillOfMaterials.class.getResourceAsStream("/minimum-versions.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
