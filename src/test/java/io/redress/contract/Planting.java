package io.redress.contract;

import static io.redress.contract.Secret.masked;
import static io.redress.contract.Secret.ofBureau;
import static io.redress.contract.Secret.ofPerson;

import io.redress.account.Role;
import io.redress.testing.Bulletining;
import io.redress.testing.People;
import io.redress.testing.Register;
import io.redress.testing.Weeks;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Puts a value nobody could hit upon by chance into everything the bureau records, as those who record it do. A further kind
 * of record joins by planting itself and adding its secrets; whoever may not know of it is then searched for it everywhere.
 */
@Singleton
class Planting {

    private static final String API = "/api/v1/";
    private static final AtomicInteger SERIAL = new AtomicInteger(7310);

    private final People people;
    private final Register register;
    private final Weeks weeks;
    private final Bulletining bulletins;
    private final List<Secret> secrets = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();

    Planting(People people, Register register, Weeks weeks, Bulletining bulletins) {
        this.people = people;
        this.register = register;
        this.weeks = weeks;
        this.bulletins = bulletins;
    }

    /** A person whose case runs, and a bulletin that is being written. */
    Planted running() {
        begin("甲");
        propose();
        post(
                people.chief(),
                "attention-entries",
                "approve",
                Map.of("reviewOn", planted().dayToCome().toString(), "note", attention("批注")));
        bulletin();
        return planted();
    }

    /** A person whose case has ended, and a bulletin that was issued. */
    Planted ended() {
        begin("乙");
        propose();
        post(people.chief(), "attention-entries", "decline", Map.of("reason", attention("不批准")));
        post(people.clerk(), "registrations", "withdraw", Map.of("reason", person("撤回原因")));
        bulletins.review(bulletin());
        bulletins.sign(ids.get("bulletins"));
        return planted();
    }

    private void begin(String serial) {
        secrets.clear();
        ids.clear();
        ids.put("reporting-weeks", weeks.next().toString());
        ids.put("areas", Register.KAIYUAN);
        enterPlatform(serial);
        registerPerson(serial);
        attach();
        post(people.clerk(), "registrations", "correct", Map.of("reason", person("更正原因")));
        changeInvestor();
        disclose();
        openAccount();
    }

    private Planted planted() {
        return new Planted(Map.copyOf(ids), List.copyOf(secrets));
    }

    private void enterPlatform(String serial) {
        ids.put("platforms", register.platform(bureau("密植平台" + serial)));
        var branch =
                Map.of("name", bureau("分支"), "contactName", bureau("联络人"), "address", bureau("分支地址"), "closed", false);
        ids.put("branches", create(people.chief(), "platforms/" + ids.get("platforms") + "/branches", branch));
    }

    private void registerPerson(String serial) {
        var person = new PlantedPerson(serial, secrets);
        var registration = register.register(person.request(ids.get("platforms"), ids.get("branches")));
        ids.put("registrations", registration.getString("id"));
        ids.put("investors", registration.getString("investor.id"));
        secrets.add(ofPerson("登记编号", registration.getString("number")));
    }

    private void attach() {
        var pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Note(" + person("材料字节")
                + ")>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
        var part = "--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nCONTRACT\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + person("材料名") + ".pdf\"\r\n\r\n"
                + pdf + "\r\n--b--\r\n";
        ids.put(
                "evidence",
                people.clerk()
                        .contentType("multipart/form-data; boundary=b")
                        .body(part.getBytes(StandardCharsets.UTF_8))
                        .post(API + "registrations/" + ids.get("registrations") + "/evidence")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    private void changeInvestor() {
        var path = API + "investors/" + ids.get("investors");
        people.clerk()
                .header("If-Match", people.clerk().get(path).header("ETag"))
                .body(Map.of("reason", person("变更原因"), "otherPhone", number("其他电话", "13912345671")))
                .put(path)
                .then()
                .statusCode(200);
    }

    private void propose() {
        var proposal = Map.of(
                "registrationId",
                ids.get("registrations"),
                "reason",
                "EMOTIONAL_DISTRESS",
                "level",
                2,
                "note",
                attention("情况说明"));
        ids.put("attention-entries", create(people.clerk(), "attention-entries", proposal));
    }

    private void disclose() {
        var disclosure = Map.of(
                "kind", "ANNOUNCEMENT",
                "disclosedOn",
                        LocalDate.parse(ids.get("reporting-weeks")).minusDays(6).toString(),
                "source", bureau("披露人"),
                "summary", bureau("披露内容"));
        ids.put(
                "disclosures",
                create(people.clerk(), "platforms/" + ids.get("platforms") + "/disclosures", disclosure));
    }

    private String bulletin() {
        var week = LocalDate.parse(ids.get("reporting-weeks"));
        weeks.close(week);
        var id = bulletins.draft(ids.get("platforms"), week);
        ids.put("bulletins", id);
        var path = API + "bulletins/" + id;
        var draft = people.clerk().get(path);
        var section = Map.of(
                "key", draft.path("sections[0].key"),
                "heading", draft.path("sections[0].heading"),
                "body", bureau("周报正文"));
        people.clerk()
                .header("If-Match", draft.header("ETag"))
                .body(Map.of("title", bureau("周报标题"), "sections", List.of(section)))
                .put(path)
                .then()
                .statusCode(200);
        return id;
    }

    /** One that administrators may change without another test missing it. */
    private void openAccount() {
        var account = Map.of(
                "username",
                "planted." + secrets.size() + "." + Math.abs(ids.hashCode()),
                "name",
                "林登记",
                "password",
                "a password for tests",
                "roles",
                List.of("CLERK"));
        ids.put("accounts", create(people.as(Role.ADMIN, null), "accounts", account));
    }

    private static String create(RequestSpecification as, String path, Map<String, ?> body) {
        return as.body(body).post(API + path).then().statusCode(201).extract().path("id");
    }

    private void post(RequestSpecification as, String word, String verb, Map<String, ?> body) {
        var path = API + word + "/" + ids.get(word);
        as.header("If-Match", people.chief().get(path).header("ETag"))
                .body(body)
                .post(path + "/" + verb)
                .then()
                .statusCode(200);
    }

    private String person(String what) {
        return plant(ofPerson(what, marked(what)));
    }

    private String attention(String what) {
        return person("重点关注" + what);
    }

    private String bureau(String what) {
        return plant(ofBureau(what, marked(what)));
    }

    private String number(String what, String value) {
        return plant(masked(what, value));
    }

    private String plant(Secret secret) {
        secrets.add(secret);
        return secret.value();
    }

    /** Words that stand nowhere else. */
    static String marked(String what) {
        return what + "密植" + SERIAL.incrementAndGet() + "号";
    }
}
