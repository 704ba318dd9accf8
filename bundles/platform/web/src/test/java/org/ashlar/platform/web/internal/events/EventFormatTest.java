package org.ashlar.platform.web.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventFormatTest {
    @Test
    void anEventHasIdNameAndData() {
        assertThat(EventFormat.event(7, "record", "{\"id\":1}")).isEqualTo("id: 7\nevent: record\ndata: {\"id\":1}\n\n");
    }

    @Test
    void everyLineOfTheDataIsALineOfItsOwn() {
        assertThat(EventFormat.event(0, "note", "a\r\nb\rc\nd"))
                .isEqualTo("event: note\ndata: a\ndata: b\ndata: c\ndata: d\n\n");
    }

    @Test
    void aNameCannotSmuggleAField() {
        assertThat(EventFormat.event(0, "x\ndata: forged", "{}")).isEqualTo("event: xdata: forged\ndata: {}\n\n");
    }
}
