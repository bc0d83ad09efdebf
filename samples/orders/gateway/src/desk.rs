//! shop:orders/desk: token → draft → order → price → receipt.

use crate::Gateway;
use crate::exports::shop::orders::desk::{Guest, Summary};
use crate::shop::identity::tokens::{self, Identity, Scopes, TokenError};
use crate::shop::orders::types::{Currency, Draft, OrderError, Receipt};
use crate::shop::orders::{pricing, store, validation};

/// More pieces than this need the scope `wholesale`.
const MOST_RETAIL_PIECES: u64 = 100;

impl Guest for Gateway {
    fn place(token: String, draft: Draft, currency: Currency) -> Result<Receipt, OrderError> {
        let identity = tokens::verify(&token).map_err(explain)?;
        validation::check(&draft).map_err(OrderError::Invalid)?;
        authorise(&identity, &draft)?;
        let order = store::open(&draft)?;
        match pricing::quote(&order, currency) {
            Ok(price) => order.confirm(price.total),
            Err(error) => {
                store::discard(order);
                Err(error)
            }
        }
    }

    fn lookup(id: u64) -> Option<Summary> {
        let order = store::find(id)?;
        Some(Summary { id: order.id(), customer: order.customer(), lines: order.lines(), total: order.total() })
    }
}

fn authorise(identity: &Identity, draft: &Draft) -> Result<(), OrderError> {
    let pieces: u64 = draft.lines.iter().map(|line| u64::from(line.quantity)).sum();
    let refusal = if !identity.scopes.contains(Scopes::PLACE_ORDERS) {
        "the token does not allow placing orders".to_string()
    } else if identity.customer != draft.customer {
        format!("the token is for {}, the order for {}", identity.customer, draft.customer)
    } else if pieces > MOST_RETAIL_PIECES && !identity.scopes.contains(Scopes::WHOLESALE) {
        format!("more than {MOST_RETAIL_PIECES} pieces need a token for wholesale")
    } else {
        return Ok(());
    };
    Err(OrderError::Unauthorised(refusal))
}

fn explain(error: TokenError) -> OrderError {
    OrderError::Unauthorised(match error {
        TokenError::Missing => "there is no token".to_string(),
        TokenError::Malformed(rule) => rule,
        TokenError::UnknownScope(letter) => format!("no scope is called {letter}"),
        TokenError::WrongSeal => "the seal does not belong to the token".to_string(),
    })
}
