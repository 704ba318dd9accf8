package org.ashlar.itests.flows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.SharedData;

/** The AdventureWorks files and how they map to the suite's models, for one company. */
final class AdventureWorks {

    private static final String DATE = "yyyy-MM-dd HH:mm:ss.SSS";
    private static final String SALES_DATE = "yyyy-MM-dd HH:mm:ss";

    private final Api api;

    AdventureWorks(Api api) {
        this.api = api;
    }

    /** Builds a mapping step by step. */
    static final class Mapping {
        private final ObjectNode node = Api.JSON.createObjectNode();
        private final ObjectNode columns = node.putObject("columns");

        Mapping(String model, String source, String... key) {
            node.put("model", model);
            if (source != null) {
                node.put("source", source);
                ArrayNode keys = node.putArray("key");
                List.of(key).forEach(keys::add);
            }
        }

        Mapping column(String field, String column) {
            columns.putObject(field).put("column", column);
            return this;
        }

        Mapping column(String field, String column, String option, String value) {
            columns.putObject(field).put("column", column).put(option, value);
            return this;
        }

        Mapping value(String field, String value) {
            columns.putObject(field).put("value", value);
            return this;
        }

        Mapping id(String field, long id) {
            columns.putObject(field).put("value", id).put("lookup", "id");
            return this;
        }

        Mapping reference(String field, String column, String source) {
            columns.putObject(field).put("column", column).put("lookup", "external").put("source", source);
            return this;
        }

        Mapping values(String field, String column, String... pairs) {
            ObjectNode values = columns.putObject(field).put("column", column).putObject("values");
            for (int i = 0; i < pairs.length; i += 2) {
                values.put(pairs[i], pairs[i + 1]);
            }
            return this;
        }

        ObjectNode json() {
            return node;
        }
    }

    static List<NamedCsvRecord> rows(String file) {
        return CsvReader.builder().ofNamedCsvRecord(new String(SharedData.read(file), StandardCharsets.UTF_8)).stream().toList();
    }

    private JsonNode load(String file, Mapping mapping) {
        return api.importFile(file, SharedData.read(file), mapping.json(), false);
    }

    JsonNode units() {
        return load("adventureworks/UnitMeasure.csv", new Mapping("masters.unit", null).column("code", "UnitMeasureCode")
                .column("name", "Name").value("dimension", "NONE").value("decimals", "0"));
    }

    JsonNode vendors() {
        return load("adventureworks/Vendor.csv", new Mapping("masters.party", "aw-vendor", "BusinessEntityID")
                .column("code", "AccountNumber").column("name", "Name").value("vendor", "true").value("currency", "USD")
                .column("website", "PurchasingWebServiceURL").column("active", "ActiveFlag"));
    }

    JsonNode categories() {
        return load("adventureworks/ProductCategory.csv", new Mapping("masters.productCategory", "aw-category",
                "ProductCategoryID").column("code", "ProductCategoryID", "prefix", "AW-").column("name", "Name"));
    }

    JsonNode subcategories() {
        return load("adventureworks/ProductSubcategory.csv", new Mapping("masters.productCategory", "aw-subcategory",
                "ProductSubcategoryID").column("code", "ProductSubcategoryID", "prefix", "AW-S-").column("name", "Name")
                .reference("parent", "ProductCategoryID", "aw-category"));
    }

    JsonNode products() {
        return load("adventureworks/Product.csv", new Mapping("masters.product", "aw-product", "ProductID")
                .column("code", "ProductNumber").column("name", "Name").value("kind", "GOODS").value("unit", "EA")
                .column("salePrice", "ListPrice").value("currency", "USD").column("standardCost", "StandardCost")
                .value("costMethod", "AVERAGE").column("safetyStock", "SafetyStockLevel")
                .column("reorderPoint", "ReorderPoint").values("supply", "MakeFlag", "0", "BUY", "1", "MAKE")
                .reference("category", "ProductSubcategoryID", "aw-subcategory"));
    }

    JsonNode vendorPrices() {
        return load("adventureworks/ProductVendor.csv", new Mapping("purchasing.vendorPrice", "aw-vendor-price",
                "ProductID", "BusinessEntityID").reference("product", "ProductID", "aw-product")
                .reference("vendor", "BusinessEntityID", "aw-vendor").column("price", "StandardPrice")
                .column("unit", "UnitMeasureCode").column("leadTimeDays", "AverageLeadTime").value("currency", "USD")
                .column("minimumQuantity", "MinOrderQty").column("maximumQuantity", "MaxOrderQty"));
    }


    /** Locations of one warehouse. */
    JsonNode locations(long warehouse) {
        return load("adventureworks/Location.csv", new Mapping("inventory.location", "aw-location", "LocationID")
                .column("code", "LocationID", "prefix", "AW-").column("name", "Name").value("kind", "INTERNAL")
                .id("warehouse", warehouse));
    }

    JsonNode stock() {
        return load("adventureworks/ProductInventory.csv", new Mapping("inventory.openingStock", "aw-stock", "ProductID",
                "LocationID").reference("product", "ProductID", "aw-product")
                .reference("location", "LocationID", "aw-location").column("quantity", "Quantity"));
    }

    JsonNode purchaseOrders() {
        return load("adventureworks/PurchaseOrderHeader.csv", new Mapping("purchasing.order", "aw-purchase",
                "PurchaseOrderID").column("number", "PurchaseOrderID", "prefix", "AW-PO-")
                .reference("party", "VendorID", "aw-vendor").column("date", "OrderDate", "format", DATE)
                .value("currency", "USD").value("historic", "true").column("netAmount", "SubTotal")
                .column("taxAmount", "TaxAmt").column("freightAmount", "Freight").column("totalAmount", "TotalDue")
                .values("historicState", "Status", "1", "DRAFT", "2", "CONFIRMED", "3", "REJECTED", "4", "DONE"));
    }

    JsonNode purchaseLines() {
        return load("adventureworks/PurchaseOrderDetail.csv", new Mapping("purchasing.orderLine", "aw-purchase-line",
                "PurchaseOrderDetailID").reference("order", "PurchaseOrderID", "aw-purchase")
                .reference("product", "ProductID", "aw-product").column("quantity", "OrderQty")
                .column("unitPrice", "UnitPrice").column("netAmount", "LineTotal")
                .column("receivedQuantity", "ReceivedQty").column("rejectedQuantity", "RejectedQty")
                .column("stockedQuantity", "StockedQty").column("dueDate", "DueDate", "format", DATE));
    }

    JsonNode stores() {
        return load("adventureworks-sales/sales/store.csv", new Mapping("masters.party", "aw-store", "businessentityid")
                .column("code", "businessentityid", "prefix", "AW-ST-").column("name", "storename")
                .value("customer", "true").value("currency", "USD"));
    }

    JsonNode customers() {
        return load("adventureworks-sales/sales/customer.csv", new Mapping("masters.party", "aw-customer", "customerid")
                .column("code", "customerid", "prefix", "AW-C-").column("name", "customerid", "prefix", "Customer ")
                .value("customer", "true").value("currency", "USD").reference("parent", "storeid", "aw-store"));
    }

    JsonNode salesOrders() {
        return load("adventureworks-sales/sales/salesorderheader.csv", new Mapping("sales.order", "aw-sale", "salesorderid")
                .column("number", "salesorderid", "prefix", "AW-SO-").reference("party", "customerid", "aw-customer")
                .column("date", "orderdate", "format", SALES_DATE).value("currency", "USD").value("historic", "true")
                .column("netAmount", "subtotal").column("taxAmount", "taxamt").column("freightAmount", "freight")
                .column("totalAmount", "totaldue").values("historicState", "status", "5", "DONE", "1", "DRAFT", "2",
                        "CONFIRMED", "6", "CANCELLED"));
    }

    JsonNode salesLines() {
        return load("adventureworks-sales/sales/salesorderdetail.csv", new Mapping("sales.orderLine", "aw-sale-line",
                "salesorderdetailid").reference("order", "salesorderid", "aw-sale")
                .reference("product", "productid", "aw-product").column("quantity", "orderqty")
                .column("unitPrice", "unitprice").column("discountPercent", "unitpricediscount", "factor", "100"));
    }
}
