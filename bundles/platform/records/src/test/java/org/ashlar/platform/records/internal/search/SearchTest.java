package org.ashlar.platform.records.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.sample.Shop;
import org.junit.jupiter.api.Test;

class SearchTest {

    /** The index may name too many records, never too few. */
    @Property
    void everyTextIsFoundByEachOfItsParts(@ForAll @Size(min = 1, max = 20) List<@AlphaChars @StringLength(max = 12) String> texts,
            @ForAll @IntRange(max = 19) int pick, @ForAll @IntRange(max = 9) int from, @ForAll @IntRange(max = 9) int length) {
        MemoryIndex index = new MemoryIndex();
        for (int i = 0; i < texts.size(); i++) {
            index.add(i, new String[] {texts.get(i), null});
        }
        String text = texts.get(pick % texts.size());
        int start = Math.min(from, text.length());
        String part = text.substring(start, Math.min(text.length(), start + length)).toLowerCase(Locale.ROOT);
        long[] found = index.find(List.of(part), 100);
        if (found != null) {
            for (int i = 0; i < texts.size(); i++) {
                if (texts.get(i).toLowerCase(Locale.ROOT).contains(part)) {
                    assertThat(found).contains(i);
                }
            }
        }
    }

    @Test
    void twoChineseCharactersAreEnough() {
        MemoryIndex index = new MemoryIndex();
        index.add(1, new String[] {"上海申江机电设备有限公司"});
        index.add(2, new String[] {"北京京泰建设工程有限公司"});
        assertThat(index.find(List.of("机电"), 10)).containsExactly(1);
        assertThat(index.find(List.of("有限"), 10)).containsExactly(1, 2);
        assertThat(index.find(List.of("有限"), 1)).isNull();
        assertThat(index.find(List.of("ab"), 10)).isNull();
    }

    @Test
    void aGrownModelGetsItsIndexAndFollowsCommits() throws InterruptedException {
        Shop shop = new Shop("search");
        for (int i = 0; i < 2_100; i++) {
            shop.customer(i, Shop.COMPANY, "Customer " + i, null);
        }
        EntityModel customers = shop.catalog.snapshot().model("shop.customer");
        assertThat(shop.search.candidates(customers, List.of("2099"))).isNull();
        long[] found = null;
        for (int i = 0; i < 200 && found == null; i++) {
            Thread.sleep(50);
            found = shop.search.candidates(customers, List.of("2099"));
        }
        assertThat(found).containsExactly(2_099);
        shop.search.committed("shop.customer", 5_000, new String[] {"Fresh 2099"});
        assertThat(shop.search.candidates(customers, List.of("2099"))).containsExactly(2_099, 5_000);
    }
}
