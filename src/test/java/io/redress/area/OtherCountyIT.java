package io.redress.area;

import static io.redress.testing.FreshOffice.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.redress.testing.FreshOffice;
import io.redress.testing.PackagedService;
import io.redress.testing.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service in a county of another province: 东山县, 漳州, 福建. */
class OtherCountyIT {

    private static final String DONGSHAN = "350626000000";

    @TempDir
    Path folder;

    private PackagedService.Launch inCounty() {
        return FreshOffice.in(folder)
                .property("redress.organisation.area-code", DONGSHAN)
                .property("redress.areas.file", folder.resolve("areas.csv").toString())
                .property(
                        "redress.areas.national-list",
                        Path.of("src/test/resources/national-areas")
                                .toAbsolutePath()
                                .toString());
    }

    @Test
    void a_county_is_set_up_from_the_national_list() throws Exception {
        try (var made = inCounty().run("make-areas")) {
            assertThat(made.awaitExit()).isZero();
        }
        assertThat(Files.readAllLines(folder.resolve("areas.csv")))
                .hasSize(49)
                .contains(
                        "350000000000,福建省,PROVINCE,,1992-01-01,,",
                        "350626000000,东山县,COUNTY,350600000000,1992-01-01,,",
                        "350626100000,西埔镇,TOWN,350626000000,1992-01-01,,",
                        "350626100201,西埔村委会,VILLAGE,350626100000,1992-01-01,,",
                        "OUTSIDE,区外,OUTSIDE,,1992-01-01,,");
        try (var service = inCounty().start()) {
            FreshOffice.openChief(service);
            var session = FreshOffice.signIn(service, "chief");
            var platform = FreshOffice.enterPlatform(service, session);
            assertThat(areaOf(service, session, "福建省漳州市东山县西埔镇西埔村3号")).isEqualTo("350626100201");
            assertThat(areaOf(service, session, "西埔镇东埔社区")).isEqualTo("350626100001");
            assertThat(areaOf(service, session, "漳浦县旧镇")).isEqualTo(Area.OUTSIDE);
            assertThat(areaOf(service, session, "广东省潮州市湘桥区太平街道")).isEqualTo(Area.OUTSIDE);
            register(service, session, platform);
        }
    }

    private static String areaOf(PackagedService service, String session, String address) {
        return as(session)
                .body(Map.of("text", address))
                .post(service.uri("/api/v1/areas/resolve"))
                .then()
                .statusCode(200)
                .extract()
                .path("area.code");
    }

    private static void register(PackagedService service, String session, String platform) {
        var request = Register.request(platform);
        @SuppressWarnings("unchecked")
        var investor = new HashMap<>((Map<String, Object>) request.get("investor"));
        investor.put("address", Map.of("text", "西埔镇西埔村3号"));
        request.put("investor", investor);
        as(session)
                .body(request)
                .post(service.uri("/api/v1/registrations"))
                .then()
                .statusCode(201)
                .body("investor.areaCode", equalTo("350626100201"));
    }

    @Test
    void an_existing_file_is_not_overwritten() throws Exception {
        Files.writeString(folder.resolve("areas.csv"), "mine");
        try (var made = inCounty().run("make-areas")) {
            assertThat(made.awaitExit()).isEqualTo(1);
            assertThat(made.output()).contains("文件已存在");
        }
        assertThat(folder.resolve("areas.csv")).hasContent("mine");
    }

    @Test
    void without_the_areas_file_the_service_does_not_start_and_prints_the_remedy()
            throws IOException, InterruptedException {
        try (var service = FreshOffice.in(folder)
                .property("redress.organisation.area-code", DONGSHAN)
                .startWithoutWaiting()) {
            assertThat(service.awaitExit()).isNotZero();
            assertThat(service.output()).contains("make-areas", "redress.areas.file");
        }
    }
}
