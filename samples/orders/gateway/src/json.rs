//! The bodies of requests and responses.

use crate::exports::shop::orders::desk::Summary;
use crate::shop::orders::types::{Currency, Draft, Line, Money, OrderError, Problem, Receipt};
use serde::{Deserialize, Serialize};

/// What is posted to /orders.
#[derive(Deserialize)]
pub struct OrderBody {
    customer: String,
    currency: CurrencyCode,
    lines: Vec<LineBody>,
}

impl OrderBody {
    pub fn into_parts(self) -> (Draft, Currency) {
        let lines = self.lines.into_iter().map(|LineBody { sku, quantity }| Line { sku, quantity }).collect();
        (Draft { customer: self.customer, lines }, self.currency.into())
    }
}

/// An order in the store; one that is not confirmed has no total.
#[derive(Serialize)]
pub struct OrderView {
    order: u64,
    customer: String,
    lines: Vec<LineBody>,
    total: Option<MoneyBody>,
}

#[derive(Serialize)]
pub struct Failure {
    error: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<ProblemBody>,
}

#[derive(Serialize, Deserialize)]
struct LineBody {
    sku: String,
    quantity: u32,
}

#[derive(Serialize)]
struct MoneyBody {
    amount: i64,
    currency: CurrencyCode,
}

#[derive(Serialize)]
struct ProblemBody {
    field: String,
    message: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum CurrencyCode {
    Eur,
    Usd,
    Gbp,
}

impl From<Receipt> for OrderView {
    fn from(receipt: Receipt) -> Self {
        OrderView {
            order: receipt.order,
            customer: receipt.customer,
            lines: line_bodies(receipt.lines),
            total: Some(receipt.total.into()),
        }
    }
}

impl From<Summary> for OrderView {
    fn from(summary: Summary) -> Self {
        OrderView {
            order: summary.id,
            customer: summary.customer,
            lines: line_bodies(summary.lines),
            total: summary.total.map(MoneyBody::from),
        }
    }
}

impl Failure {
    pub fn new(error: impl Into<String>) -> Self {
        Failure { error: error.into(), problems: Vec::new() }
    }
}

impl From<OrderError> for Failure {
    fn from(error: OrderError) -> Self {
        match error {
            OrderError::Unauthorised(reason) | OrderError::Storage(reason) => Failure::new(reason),
            OrderError::UnknownSku(sku) => Failure::new(format!("the shop does not have {sku}")),
            OrderError::Invalid(problems) => Failure {
                error: "the order is not valid".into(),
                problems: problems
                    .into_iter()
                    .map(|Problem { field, message }| ProblemBody { field, message })
                    .collect(),
            },
        }
    }
}

impl From<Money> for MoneyBody {
    fn from(Money { amount, currency }: Money) -> Self {
        let currency = match currency {
            Currency::Eur => CurrencyCode::Eur,
            Currency::Usd => CurrencyCode::Usd,
            Currency::Gbp => CurrencyCode::Gbp,
        };
        MoneyBody { amount, currency }
    }
}

impl From<CurrencyCode> for Currency {
    fn from(code: CurrencyCode) -> Self {
        match code {
            CurrencyCode::Eur => Currency::Eur,
            CurrencyCode::Usd => Currency::Usd,
            CurrencyCode::Gbp => Currency::Gbp,
        }
    }
}

fn line_bodies(lines: Vec<Line>) -> Vec<LineBody> {
    lines.into_iter().map(|Line { sku, quantity }| LineBody { sku, quantity }).collect()
}
