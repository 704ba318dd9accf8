package org.ashlar.platform.insight.internal.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinCaseType;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/**
 * What people may type for a text: the text itself, its full pinyin and its initials; 张三 is found by {@code zhangsan} and
 * {@code zs}. Characters with several readings (重庆, 银行) are tried with their first three, at most eight combinations. Pure.
 */
final class Pinyin {

    private static final int READINGS = 3;
    private static final int COMBINATIONS = 8;

    private Pinyin() {
    }

    /** The text in lower case and, if it holds Chinese, its pinyins and initials, separated by blanks. */
    static String terms(String text) {
        String plain = text.toLowerCase(Locale.ROOT).strip();
        if (plain.codePoints().noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)) {
            return plain;
        }
        List<StringBuilder> full = new ArrayList<>(List.of(new StringBuilder()));
        List<StringBuilder> initials = new ArrayList<>(List.of(new StringBuilder()));
        for (char c : plain.toCharArray()) {
            List<String> readings = readings(c);
            extend(full, readings);
            extend(initials, readings.stream().map(r -> r.isEmpty() ? r : r.substring(0, 1)).distinct().toList());
        }
        Set<String> all = new LinkedHashSet<>();
        all.add(plain);
        full.forEach(f -> all.add(f.toString()));
        initials.forEach(i -> all.add(i.toString()));
        return all.stream().filter(t -> !t.isBlank()).collect(Collectors.joining(" "));
    }

    private static List<String> readings(char c) {
        if (Character.isWhitespace(c)) {
            return List.of("");
        }
        if (Character.UnicodeScript.of(c) != Character.UnicodeScript.HAN) {
            return List.of(String.valueOf(c));
        }
        try {
            HanyuPinyinOutputFormat format = new HanyuPinyinOutputFormat();
            format.setCaseType(HanyuPinyinCaseType.LOWERCASE);
            format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
            format.setVCharType(HanyuPinyinVCharType.WITH_V);
            String[] found = PinyinHelper.toHanyuPinyinStringArray(c, format);
            return found == null || found.length == 0 ? List.of(String.valueOf(c))
                    : java.util.Arrays.stream(found).distinct().limit(READINGS).toList();
        } catch (BadHanyuPinyinOutputFormatCombination e) {
            throw new IllegalStateException(e);
        }
    }

    private static void extend(List<StringBuilder> texts, List<String> readings) {
        int before = texts.size();
        for (int r = 1; r < readings.size() && texts.size() + before <= COMBINATIONS; r++) {
            for (int i = 0; i < before; i++) {
                texts.add(new StringBuilder(texts.get(i)).append(readings.get(r)));
            }
        }
        for (int i = 0; i < before; i++) {
            texts.get(i).append(readings.get(0));
        }
    }
}
