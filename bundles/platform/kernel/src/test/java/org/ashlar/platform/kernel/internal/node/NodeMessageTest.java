package org.ashlar.platform.kernel.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ashlar.platform.kernel.internal.node.NodeMessage.Changed;
import org.ashlar.platform.kernel.internal.node.NodeMessage.Item;
import org.ashlar.platform.kernel.internal.node.NodeMessage.Kind;
import org.ashlar.platform.kernel.internal.node.NodeMessage.Passing;
import org.ashlar.platform.kernel.internal.node.NodeMessage.Stored;
import org.ashlar.platform.kernel.internal.node.NodeMessage.Told;
import org.ashlar.platform.node.Signals;
import org.ashlar.platform.record.RecordChanged;
import org.junit.jupiter.api.Test;

class NodeMessageTest {

    @Test
    void whatIsPackedIsReadInItsOrderAndEachTextFits() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            items.add(new Changed(new RecordChanged("masters.party", i, 3, "updated", Set.of("name", "客户")), 4));
            items.add(new Stored(i));
            items.add(new Passing("notice", "x.Notice", 1, 7, Instant.EPOCH, "{\"text\":\"\u4f60\u597d\"}"));
            items.add(new Told("platform.session", "h" + i));
        }
        List<String> texts = NodeMessage.pack("a#1", items);
        assertThat(texts).hasSizeGreaterThan(1)
                .allMatch(t -> t.getBytes(StandardCharsets.UTF_8).length <= Signals.LIMIT);
        assertThat(texts.stream().flatMap(t -> NodeMessage.read(t).items().stream()).toList()).isEqualTo(items);
    }

    @Test
    void whatFitsIntoNoTextIsLeftOutAndSaysSoBefore() {
        Item item = new Passing("big", "x.Big", 1, 0, Instant.EPOCH, "客".repeat(4_000));
        assertThat(NodeMessage.fits(item)).isFalse();
        assertThat(NodeMessage.pack("a", List.of(item))).isEmpty();
    }

    @Test
    void aMessageWithoutItemsNamesWhoAndWhom() {
        assertThat(NodeMessage.read(NodeMessage.of("a", Kind.WELCOME, "b")))
                .isEqualTo(new NodeMessage("a", Kind.WELCOME, "b", List.of()));
    }

    @Test
    void aNodeThatWasSilentForLongIsNewAgain() {
        Peers peers = new Peers();
        assertThat(peers.heard("b", 0)).isTrue();
        assertThat(peers.heard("b", TimeUnit.SECONDS.toNanos(40))).isFalse();
        assertThat(peers.heard("b", TimeUnit.SECONDS.toNanos(90))).isTrue();
        peers.gone("b");
        assertThat(peers.any()).isFalse();
    }
}
