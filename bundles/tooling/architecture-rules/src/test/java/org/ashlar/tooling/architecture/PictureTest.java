package org.ashlar.tooling.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PictureTest {

    private final House house = House.present();

    /** With {@code -Dashlar.draw} it draws instead of comparing. */
    @Test
    void thePictureInTheDocumentsShowsWhatIsBuilt() throws IOException {
        Path file = house.root().resolve("docs/architecture.svg");
        String drawn = new Picture(house).draw();
        if (Boolean.getBoolean("ashlar.draw")) {
            Files.writeString(file, drawn);
        }
        boolean same = Files.exists(file) && Files.readString(file).equals(drawn);
        assertThat(same).as("docs/architecture.svg shows what is built; draw it again: bundles/tooling/draw-architecture")
                .isTrue();
    }
}
