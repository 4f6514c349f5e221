import Train from "../train/train";
import { orTable } from "./project";

export default orTable(Train);
