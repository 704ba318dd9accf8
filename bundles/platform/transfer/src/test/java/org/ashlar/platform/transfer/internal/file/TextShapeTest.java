package org.ashlar.platform.transfer.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextShapeTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UTF-8        | ; | 客户;金额~张三;10
            GB18030      | ; | 客户;金额~北京方石科技有限公司;10,5~上海;3
            GB18030      | , | 编码,名称~001,深圳市南山区
            windows-1252 | ; | Kunde;Straße~Müller;Königsallee 7
            windows-1252 | , | name,city~José,Málaga~Zoë,Besançon
            UTF-8        | , | plain,ascii~1,2
            """)
    void tellsEncodingAndDelimiter(String encoding, String delimiter, String text) throws IOException {
        Path file = Files.write(folder.resolve("f"), text.replace('~', '\n').getBytes(Charset.forName(encoding)));

        assertThat(TextShape.of(file)).isEqualTo(new TextShape(encoding, delimiter));
    }

    @ParameterizedTest
    @CsvSource({"'a\tb\n1\t2\n3\t4', '\t'", "'a|b|c\n1|2|3', '|'", "'\"x,y\";b\n\"1,2,3\";2\n\"1,2\";4', ';'"})
    void delimitersInsideQuotesDoNotCount(String text, String delimiter) throws IOException {
        assertThat(TextShape.of(Files.writeString(folder.resolve("f"), text)).delimiter()).isEqualTo(delimiter);
    }
}
