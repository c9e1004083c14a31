package io.redress.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "借款合同.pdf, 借款合同.pdf",
        "扫描件.PDF, 扫描件.PDF",
        "借款合同.exe, 借款合同.pdf",
        "借款合同.pdf.exe, 借款合同.pdf",
        "银行流水, 银行流水.pdf",
        "补充协议2021.12.31, 补充协议2021.12.31.pdf",
        "../../etc/passwd, passwd.pdf",
        "C:\\Users\\window\\桌面\\合同.pdf, 合同.pdf",
        "合同<1>:\"甲|乙\"?*.pdf, 合同_1___甲_乙___.pdf",
        "con.pdf, _con.pdf",
        "LPT1.backup.pdf, _LPT1.backup.pdf",
        "console.pdf, console.pdf",
        "..., 附件.pdf",
        "'', 附件.pdf",
        "𠮷㛃的合同.pdf, 𠮷㛃的合同.pdf"
    })
    void a_name_is_valid_on_every_operating_system(String given, String safe) {
        assertThat(FileName.safe(given, FileType.PDF)).isEqualTo(safe);
    }

    @Test
    void a_valid_alternative_extension_is_kept() {
        assertThat(FileName.safe("照片.JPEG", FileType.JPEG)).isEqualTo("照片.JPEG");
        assertThat(FileName.safe("照片.jpg", FileType.PNG)).isEqualTo("照片.png");
    }

    @Test
    void invisible_and_bidirectional_control_characters_are_dropped() {
        assertThat(FileName.safe("合同\u202Efdp.exe", FileType.PDF)).isEqualTo("合同fdp.pdf");
        assertThat(FileName.safe("合\u0000同\u200B\r\n\uD800.pdf", FileType.PDF)).isEqualTo("合同.pdf");
        assertThat(FileName.safe("合同\u00A0 一.pdf", FileType.PDF)).isEqualTo("合同 一.pdf");
    }

    @Test
    void decomposed_letters_are_composed() {
        assertThat(FileName.safe("re\u0301sume\u0301.pdf", FileType.PDF)).isEqualTo("r\u00E9sum\u00E9.pdf");
    }

    @Test
    void a_long_name_is_cut_between_characters_and_keeps_its_extension() {
        var safe = FileName.safe("𠮷".repeat(300) + ".pdf", FileType.PDF);
        assertThat(safe.codePointCount(0, safe.length())).isEqualTo(120);
        assertThat(safe).startsWith("𠮷𠮷").endsWith("𠮷.pdf");
    }

    @Test
    void a_missing_name_gets_a_default() {
        assertThat(FileName.safe(null, FileType.DOCX)).isEqualTo("附件.docx");
    }
}
