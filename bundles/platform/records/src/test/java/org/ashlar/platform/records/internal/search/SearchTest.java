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
            index.put(i, 7, new String[] {texts.get(i), null});
        }
        String text = texts.get(pick % texts.size());
        int start = Math.min(from, text.length());
        String part = text.substring(start, Math.min(text.length(), start + length)).toLowerCase(Locale.ROOT);
        long[] found = ids(index, 100, part);
        if (found != null) {
            for (int i = 0; i < texts.size(); i++) {
                if (texts.get(i).toLowerCase(Locale.ROOT).contains(part)) {
                    assertThat(found).contains(i);
                }
            }
        }
    }

    private static long[] ids(MemoryIndex index, int most, String... words) {
        Found found = index.find(new MemoryIndex.Search(List.of(words), 7, -1, false, 0, 80), most);
        return found == null ? null : found.ids();
    }

    @Test
    void pagesInTheOrderOfATextWithinTheCompany() {
        MemoryIndex index = new MemoryIndex();
        for (int i = 0; i < 50; i++) {
            index.put(i, i % 2 == 0 ? 7 : 8, new String[] {"Steel " + (char) ('a' + i % 26) + i, null});
        }
        index.put(0, 7, new String[] {"Tin", null});
        index.remove(2);
        Found page = index.find(new MemoryIndex.Search(List.of("steel"), 7, 0, true, 1, 2), 10);
        assertThat(page.total()).isEqualTo(23);
        assertThat(page.ids()).containsExactly(48, 22);
        assertThat(page.paged()).isTrue();
    }

    @Test
    void twoChineseCharactersAreEnough() {
        MemoryIndex index = new MemoryIndex();
        index.put(1, 7, new String[] {"上海申江机电设备有限公司"});
        index.put(2, 7, new String[] {"北京京泰建设工程有限公司"});
        assertThat(ids(index, 10, "机电")).containsExactly(1);
        assertThat(ids(index, 10, "有限")).containsExactly(1, 2);
        assertThat(ids(index, 1, "有限")).isNull();
        assertThat(ids(index, 10, "ab")).isNull();
    }

    @Test
    void aGrownModelGetsItsIndexAndFollowsCommits() throws InterruptedException {
        Shop shop = new Shop("search");
        for (int i = 0; i < 2_100; i++) {
            shop.customer(i, Shop.COMPANY, "Customer " + i, null);
        }
        EntityModel customers = shop.catalog.snapshot().model("shop.customer");
        assertThat(find(shop, customers)).isNull();
        Found found = null;
        for (int i = 0; i < 200 && found == null; i++) {
            Thread.sleep(50);
            found = find(shop, customers);
        }
        assertThat(found.ids()).containsExactly(2_099);
        shop.search.committed("shop.customer", 5_000, Shop.COMPANY, new String[] {"Fresh 2099"});
        assertThat(find(shop, customers).ids()).containsExactly(2_099, 5_000);
        shop.search.committed("shop.customer", 2_099, Shop.COMPANY, null);
        assertThat(find(shop, customers).ids()).containsExactly(5_000);
    }

    private static Found find(Shop shop, EntityModel customers) {
        return shop.search.find(customers, List.of("2099"), Shop.COMPANY, "-id", 0, 80);
    }
}
