import Data from "../data/data";
import { orTable } from "./project";

export default orTable(Data);
