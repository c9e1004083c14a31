package io.redress.area;

import io.quarkus.security.Authenticated;
import io.redress.common.contract.Reads;
import io.redress.common.problem.Problem;
import io.redress.common.web.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Areas are public knowledge: every signed-in user may read them. */
@Path("/api/v1/areas")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "areas", description = "行政区划 / areas")
@Authenticated
class AreaResource {

    private final Addresses addresses;

    AreaResource(Addresses addresses) {
        this.addresses = addresses;
    }

    @GET
    @Operation(summary = "下级区划，或按名称查找 / areas below one, or by name", description = "parent 与 name 至少给一个。含已撤销的区划。")
    public Page<AreaView> list(
            @Parameter(description = "上级区划代码 / code of the area above", example = "445102000000")
                    @RestQuery
                    @Size(max = 12)
                    String parent,
            @Parameter(
                            description =
                                    "名称中的文字，或拼音、拼音首字母的开头 / text in the name, or the beginning of its pinyin or initials",
                            example = "太平")
                    @RestQuery
                    @Size(max = 50)
                    String name) {
        List<Area> areas;
        if (parent != null) {
            areas = Area.childrenOf(parent);
        } else if (name != null && !name.isBlank()) {
            areas = Area.named(name.strip());
        } else {
            throw Problem.invalid("?parent", "parent-or-name");
        }
        return new Page<>(areas.stream().map(AreaView::of).toList(), null);
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "一个区划 / one area", description = "接受 9 位镇街代码或 12 位代码。")
    public AreaView read(
            @Parameter(description = "区划代码 / code of the area", example = "445102010") @PathParam("code") String code) {
        return Area.ofCode(code).map(AreaView::of).orElseThrow(Problem::notFound);
    }

    @POST
    @Reads
    @Path("/resolve")
    @Operation(summary = "由地址查区划 / the area of an address", description = "写到已撤销镇街、村居的地址，归入现行区划。地址属个人信息，故用 POST。")
    public ResolvedAddressView resolve(@NotNull @Valid ResolveAddress body) {
        return addresses
                .resolve(body.text())
                .map(found -> new ResolvedAddressView(AreaView.of(found.area()), AreaView.of(found.spoken())))
                .orElseThrow(() -> Problem.invalid("/text", "address-unknown"));
    }
}
