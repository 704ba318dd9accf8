package org.ashlar.platform.records.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.ashlar.platform.records.internal.audit.ChainTables.Link;
import org.junit.jupiter.api.Test;

class AuditSealTest {

    private static AuditContent content(long id, String login, String changes) {
        return new AuditContent(id, Instant.parse("2026-11-22T04:00:00.123Z"), 7, login, 1, "WEB", null, "masters.party", 12,
                "masters.party", 12, "updated", changes, null, null);
    }

    @Test
    void contentHasOneSpelling() {
        String hash = content(1, "anna", "[]").hash();
        assertThat(content(2, "anna", "[]").hash()).as("moved to another id").isEqualTo(hash);
        assertThat(content(1, "bert", "[]").hash()).isNotEqualTo(hash);
        assertThat(content(1, "anna", "[ ]").hash()).isNotEqualTo(hash);
        assertThat(content(1, null, "[]").hash()).as("no login and an empty one").isNotEqualTo(content(1, "", "[]").hash());
        assertThat(content(1, "an", "na[]").hash()).as("shifted between fields").isNotEqualTo(hash);
    }

    @Test
    void sealsFitTheirKeyOnly() {
        AuditKey key = new AuditKey(List.of("one secret of this suite"));
        AuditKey other = new AuditKey(List.of("another secret altogether"));
        String text = AuditKey.entry(1, content(1, "anna", "[]").hash());
        assertThat(key.fits(text, key.seal(text))).isTrue();
        assertThat(key.fits(AuditKey.entry(2, content(1, "anna", "[]").hash()), key.seal(text))).isFalse();
        assertThat(key.fits(text, other.seal(text))).isFalse();
        assertThat(key.fits(text, null)).isFalse();
        assertThat(key.foreign(other.seal(text))).isTrue();
        assertThat(key.foreign(key.seal(text))).isFalse();
        AuditKey changed = new AuditKey(List.of("another secret altogether", "one secret of this suite"));
        assertThat(changed.fits(text, key.seal(text))).as("a former key").isTrue();
        assertThat(changed.foreign(key.seal(text))).isFalse();
        assertThat(key.seal(text)).doesNotContain("secret").hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void linksHoldOnToTheOneBefore() {
        String first = Link.hash(ChainTables.GENESIS, 1, 10, "aa", true);
        Link second = new Link(2, 11, "bb", true, Link.hash(first, 2, 11, "bb", true));
        assertThat(second.follows(first)).isTrue();
        assertThat(second.follows(ChainTables.GENESIS)).isFalse();
        assertThat(new Link(2, 11, "bb", false, second.hash()).follows(first)).isFalse();
        assertThat(new Link(3, 11, "bb", true, second.hash()).follows(first)).isFalse();
    }
}
