// SPDX-License-Identifier: Apache-2.0
import Cards from "@cloudscape-design/components/cards";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import TextFilter from "@cloudscape-design/components/text-filter";
import { useState } from "react";
import { useList } from "../../api/operation";
import { Empty } from "../../ui/Empty";
import { InfoLink } from "../../ui/help";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { useUrlWords } from "../../ui/urlState";
import { AcceptModal } from "./AcceptModal";
import { ProductActions, ProductStatus } from "./ProductCard";
import { directionsOf, meets, type Product, sends, tailOf } from "./products";

const pageSize = 24;
const states = [
  { value: "", label: "Any status" },
  { value: "accepting", label: "Accepting findings" },
  { value: "not", label: "Not accepting findings" },
];

/** The products that send or receive findings, and whether the hub takes what they send. */
export function IntegrationsPage() {
  const products = useList<Product>("securityhub", "DescribeProducts", "Products", { MaxResults: 100 });
  const enabled = useList<string>("securityhub", "ListEnabledProductsForImport", "ProductSubscriptions", {
    MaxResults: 100,
  });
  const [words, setWords] = useUrlWords();
  const [changing, setChanging] = useState<{ product: Product; subscription?: string }>();
  const search = words.get("q") ?? "";
  const category = words.get("category") ?? "";
  const status = words.get("status") ?? "";
  const page = Number(words.get("page") ?? 1);

  const subscriptions = new Map(enabled.data?.items.map(arn => [tailOf(arn), arn]));
  const all = products.data?.items ?? [];
  const shown = all.filter(
    product =>
      meets(product, search) &&
      (category === "" || product.Categories?.includes(category)) &&
      (status === "" || (status === "accepting") === subscriptions.has(tailOf(product.ProductArn))),
  );
  const categories = [
    { value: "", label: "Any category" },
    ...[...new Set(all.flatMap(({ Categories }) => Categories ?? []))]
      .sort()
      .map(value => ({ value, label: value })),
  ];
  const problem = products.error ?? enabled.error;
  return (
    <Page title="Integrations" headless help={<IntegrationsHelp />}>
      {problem ? (
        <ProblemAlert
          problem={problem}
          retry={() => void Promise.all([products.refetch(), enabled.refetch()])}
        />
      ) : (
        <Cards<Product>
          variant="full-page"
          items={shown.slice((page - 1) * pageSize, page * pageSize)}
          loading={products.isPending || enabled.isPending}
          loadingText="Loading integrations"
          trackBy="ProductArn"
          cardsPerRow={[{ cards: 1 }, { minWidth: 700, cards: 2 }, { minWidth: 1000, cards: 3 }]}
          empty={<Empty title="No integration matches">Take words out of the search to see more.</Empty>}
          header={
            <Header
              variant="h1"
              counter={
                products.data && `(${shown.length === all.length ? "" : `${shown.length}/`}${all.length})`
              }
              description="A product's findings are taken only while the hub accepts them."
              info={<InfoLink />}
            >
              Integrations
            </Header>
          }
          filter={
            <SpaceBetween direction="horizontal" size="xs">
              <TextFilter
                filteringText={search}
                filteringPlaceholder="Find by company, product, description"
                filteringAriaLabel="Find integrations"
                onChange={({ detail }) => setWords({ q: detail.filteringText, page: undefined })}
              />
              <Select
                selectedOption={categories.find(({ value }) => value === category) ?? null}
                options={categories}
                ariaLabel="Category"
                onChange={({ detail }) =>
                  setWords({ category: detail.selectedOption.value, page: undefined })
                }
              />
              <Select
                selectedOption={states.find(({ value }) => value === status) ?? null}
                options={states}
                ariaLabel="Status"
                onChange={({ detail }) => setWords({ status: detail.selectedOption.value, page: undefined })}
              />
            </SpaceBetween>
          }
          pagination={
            <Pagination
              currentPageIndex={page}
              pagesCount={Math.max(1, Math.ceil(shown.length / pageSize))}
              onChange={({ detail }) => setWords({ page: `${detail.currentPageIndex}` })}
              ariaLabels={{
                nextPageLabel: "Next page",
                previousPageLabel: "Previous page",
                pageLabel: number => `Page ${number}`,
              }}
            />
          }
          cardDefinition={{
            header: ({ CompanyName, ProductName }) => `${CompanyName ?? ""}: ${ProductName ?? ""}`,
            sections: [
              { id: "description", content: ({ Description }) => Description },
              {
                id: "categories",
                header: "Categories",
                content: ({ Categories }) => Categories?.join(", ") || "–",
                width: 50,
              },
              { id: "direction", header: "Integration", content: directionsOf, width: 50 },
              {
                id: "status",
                header: "Status",
                content: product => (
                  <ProductStatus product={product} accepted={subscriptions.has(tailOf(product.ProductArn))} />
                ),
              },
              {
                id: "actions",
                content: product =>
                  sends(product) && (
                    <ProductActions
                      product={product}
                      accepted={subscriptions.has(tailOf(product.ProductArn))}
                      change={() =>
                        setChanging({ product, subscription: subscriptions.get(tailOf(product.ProductArn)) })
                      }
                    />
                  ),
              },
            ],
          }}
        />
      )}
      {changing && <AcceptModal {...changing} onClose={() => setChanging(undefined)} />}
    </Page>
  );
}

function IntegrationsHelp() {
  return (
    <>
      <p>
        A product that sends findings is heard only while its findings are accepted. Stopping it keeps the
        findings that are there.
      </p>
      <p>
        Audit and Detect are two products: search for Device Defender and accept them to see audit findings
        and alarms in the hub.
      </p>
    </>
  );
}
