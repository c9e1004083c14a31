package io.redress.registration.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.qute.Template;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The people and figures on these slips are invented. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SlipTest {

    private static final List<String> NOTICES = List.of(
            "登记不代替报案。尚未向公安机关报案的，请就近到公安机关经侦部门报案，并妥善保存合同、转账凭证等证据材料。",
            "依据《防范和处置非法集资条例》第二十五条，因参与非法集资受到的损失，由集资参与人自行承担。",
            "登记金额为本人申报，以有权机关核实、认定为准。投入或返还情况有变化的，请持本回执到登记窗口更正。",
            "查询进展请拨打0768-0000000（工作日），或持本回执到登记窗口；请勿轻信任何收费代办、代为追款。");

    private static final String LONG_AMOUNT = "人民币壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角壹分";
    private static final String LONG_FORMULA =
            "投入本金 12,365,678.91－已返还本金 1,020,000.00－已付回报 1,020,000.00－消费 1,020,000.00（不抵扣：取得实物价值 1,020,000.00）";
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @Inject
    Template slip;

    @TempDir
    Path folder;

    @Inject
    People people;

    @Inject
    Register register;

    @Test
    void the_slip_has_person_platform_and_amounts() {
        assertThat(html(ordinary()))
                .contains("受理登记回执", "445102-2021-000046", "共信赢", "陈某某", "4451**********0018", "2021年12月13日")
                .contains("12,365,678.91 元", "20,000.00 元", "12,345,678.91 元", LONG_AMOUNT, LONG_FORMULA)
                .contains(NOTICES)
                .contains(QrCode.svg("445102-2021-000046"));
    }

    @Test
    void the_slip_has_no_scripts_and_no_external_resources() {
        assertThat(html(ordinary()))
                .doesNotContain("<script", "<link", "<img", "url(", "src=", "href=", "@import")
                .doesNotContainPattern("\\son[a-z]+=");
    }

    @Test
    void names_are_escaped() {
        var html = html(called("<script>alert(1)</script>", "\"平台\" & <b>公司</b>"));
        assertThat(html)
                .doesNotContain("<script", "<b>公司")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&amp; &lt;b&gt;公司");
    }

    @Test
    void the_slip_fits_half_a_page() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is installed");
        assertThat(pagesOf(ordinary())).isEqualTo(1);
        var longest = called("某某某（潮州市）投资管理合伙企业（有限合伙）委托代理人阿卜杜热合曼·某某某", "某某某某".repeat(15));
        assertThat(pagesOf(longest)).isEqualTo(1);
        assertThat(pagesOf(ended("陈某某", "共信赢", "本登记已于2021年12月20日并入登记 2021-000047-3，以后请凭该编号办理。")))
                .isEqualTo(1);
    }

    @Test
    void the_slip_of_an_ended_registration_has_its_status() {
        var platform = register.platform();
        var into = register.register(platform);
        var merged = register.register(platform).getString("id");
        end(merged, "merge", Map.of("intoId", into.getString("id"), "carryAmounts", false, "reason", "重复"));
        assertThat(slipOf(merged)).contains("并入登记 " + into.getString("number"));
        people.clerk()
                .get("/api/v1/registrations/" + merged)
                .then()
                .body("mergedIntoNumber", equalTo(into.getString("number")));
        var withdrawn = register.register(platform).getString("id");
        end(withdrawn, "withdraw", Map.of("reason", "家里人不同意"));
        assertThat(slipOf(withdrawn)).contains("撤回").doesNotContain("家里人不同意");
        var refused = register.register(platform).getString("id");
        end(refused, "refuse", Map.of("reason", "非本县平台"));
        assertThat(slipOf(refused)).contains("不予登记，原因：非本县平台");
        assertThat(slipOf(into.getString("id"))).doesNotContain("class=\"ended\"");
    }

    private void end(String id, String step, Map<String, Object> body) {
        people.chief()
                .header("If-Match", "\"0\"")
                .body(body)
                .post("/api/v1/registrations/" + id + "/" + step)
                .then()
                .statusCode(200);
    }

    private String slipOf(String id) {
        return people.clerk()
                .get("/api/v1/registrations/" + id + "/slip")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private int pagesOf(SlipContent content) throws IOException, InterruptedException {
        var page = Files.writeString(folder.resolve("slip.html"), html(content));
        var pdf = folder.resolve("slip.pdf");
        var chromium = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--no-pdf-header-footer",
                        "--print-to-pdf=" + pdf,
                        page.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            assertThat(chromium.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            chromium.destroyForcibly();
        }
        var text = new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1);
        assertThat(text).containsPattern("/MediaBox \\[0 0 59[45](\\.\\d+)? (419|420)");
        return (int) Pattern.compile("/Type /Page\\b").matcher(text).results().count();
    }

    private String html(SlipContent content) {
        return slip.data("slip", content).render();
    }

    private static SlipContent ordinary() {
        return called("陈某某", "共信赢");
    }

    private static SlipContent called(String investorName, String platformName) {
        return ended(investorName, platformName, null);
    }

    private static SlipContent ended(String investorName, String platformName, String ended) {
        var number = "445102-2021-000046";
        return new SlipContent(
                number,
                platformName,
                investorName,
                "4451**********0018",
                "2021年12月13日",
                "林某某",
                "潮州市湘桥区工业和信息化局",
                "12,365,678.91",
                "20,000.00",
                "12,345,678.91",
                LONG_AMOUNT,
                LONG_FORMULA,
                ended,
                NOTICES,
                QrCode.svg(number));
    }
}
