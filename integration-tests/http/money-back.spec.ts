import { moneyBack } from "./scenarios/money-back"
import { describeShop } from "./support/shop-suite"

describeShop((shop) => moneyBack(shop))
